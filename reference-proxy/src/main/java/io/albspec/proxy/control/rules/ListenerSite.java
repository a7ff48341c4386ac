package io.albspec.proxy.control.rules;

import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/** What an action needs to know of its listener. */
public record ListenerSite(ProtocolEnum protocol, int port) {}
