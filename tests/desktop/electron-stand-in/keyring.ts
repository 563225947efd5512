/** The key of this PC's keyring: fixed, so that a test can put sealed files on the PC before it starts. */
export const KEYRING = Buffer.alloc(32, 7)
