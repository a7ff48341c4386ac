package io.albspec.proxy.http2;

import io.albspec.proxy.exchange.ConnectionInfo;
import io.albspec.proxy.frames.Floods;
import io.albspec.proxy.frames.FrameOutput;
import io.albspec.proxy.frames.ReceiveWindow;
import io.albspec.proxy.frames.SendQueue;
import io.albspec.proxy.worker.Worker;

/**
 * What the streams of one connection share.
 *
 * @param info tells of the client
 * @param output takes frames
 * @param heads puts heads into frames
 * @param queue takes turns in sending data
 * @param window of what the client may send
 * @param floods notes what is done for the client
 */
record Link(
    Worker worker,
    ConnectionInfo info,
    Desk desk,
    FrameOutput output,
    HeadFrames heads,
    SendQueue queue,
    ReceiveWindow window,
    Floods floods) {}
