// Servers on this machine.

/**
 * Lets a server listen on a free port of that address. Gives the port.
 * @param {import('node:net').Server} server
 * @returns {Promise<number>}
 */
export const listening = (server, host = '127.0.0.1') =>
  new Promise((found) => {
    server.listen(0, host, () => found(/** @type {import('node:net').AddressInfo} */ (server.address()).port));
  });
