package io.albspec.proxy.api;

import java.util.Map;

/**
 * What a request is answered with.
 *
 * @param status the HTTP status
 * @param headers among them the type of the document
 */
record Reply(int status, Map<String, String> headers, String document) {}
