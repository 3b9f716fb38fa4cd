/** Stands for an address that is open to all, where the site does not know its own; the page fills it in where it is. */
export const MISSING_ADDRESS = '（本站没有公开的地址）';
