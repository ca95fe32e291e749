// Servers on this machine.

/** @import { AddressInfo, Server } from 'node:net' */

/**
 * Lets a server listen on a free port of that address. Gives the port.
 * @param {Server} server
 * @returns {Promise<number>}
 */
export const listening = (server, host = '127.0.0.1') =>
  new Promise((found) => {
    server.listen(0, host, () => found(/** @type {AddressInfo} */ (server.address()).port));
  });
