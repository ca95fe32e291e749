// `program-finder/config`: what is wrong in a configuration, by the finder's own reader. The build puts the reader's module in.

import { givenTwice, readSlips } from '../../../www/slips.js';

/** @typedef {{ field: string, message: string }} Problem */

/** "contact.phone: found …": what stands before the colon is the field, unless it is no path. */
const problemOf = (/** @type {string} */ message) => ({ field: /^([\w$.[\]-]+): /.exec(message)?.[1] ?? '', message });

/** @param {(config: object, today: number, host: string) => string} problems */
export const checkWith = (problems) => {
  /**
   * @param {string | object} configuration
   * @param {{ today?: Date, host?: string }} [options]
   * @returns {Problem[]}
   */
  const check = (configuration, { today = new Date(), host = '' } = {}) => {
    const day = today.getFullYear() * 10000 + (today.getMonth() + 1) * 100 + today.getDate();
    /** @type {string[]} */
    const messages = [];
    let config = configuration;
    if (typeof configuration === 'string') {
      try {
        config = JSON.parse(configuration);
        if (!config || typeof config !== 'object' || Array.isArray(config)) throw new Error();
      } catch {
        try {
          const { config: meant, slips } = readSlips(configuration, 'The configuration');
          config = meant;
          messages.push(slips);
        } catch (error) {
          return [problemOf(/** @type {Error} */ (error).message)];
        }
      }
      messages.push(...givenTwice(configuration));
    }
    messages.push(...problems(/** @type {object} */ (config), day, host).split('\n'));
    return messages.filter(Boolean).map(problemOf);
  };
  return check;
};
