// Nothing else runs, and nothing is shown, unless the browser has sealed this document away from the page
// around it. A page that took the sandbox off, or that added allow-same-origin to it, gets an empty document.

const apart = () => {
  if (self.origin !== 'null' || parent === self) return false;
  try {
    // Reading it must throw: a document that can be read from here can also read from there.
    void parent.document;
    return false;
  } catch {
    return true;
  }
};

if (!apart()) {
  document.documentElement.replaceChildren();
  throw new Error('program-finder: this frame is not sealed, so it stays empty.');
}

// The content policy stops every way to send but these, which it does not govern. They go for good.
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport']) {
  Object.defineProperty(self, name, { value: undefined, writable: false, configurable: false });
}
