/** A file greater than this goes to the hub in parts of this size, so that a cut costs one part. */
export const UPLOAD_PART_BYTES = 262_144

/** The greatest file that is sent in parts; what a kind of file may be is for its own route to say. */
export const MOST_UPLOAD_BYTES = 25 * 1024 * 1024

/** Names the upload whose bytes are the body of a request. */
export const UPLOAD_HEADER = 'x-upload-id'
