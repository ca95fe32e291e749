// There are only types.
export {};
