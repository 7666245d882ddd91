import { z } from 'zod';

/** Faults of the network. Times are real, not those of the movable clock. */
export const transport = [
	/** The answer never comes; the connection stays open. */
	z.object( { kind: z.literal( 'hang' ) } ),
	z.object( {
		kind: z.literal( 'reset' ),
		when: z.enum( [ 'before_answer', 'in_body' ] ),
	} ),
	z.object( { kind: z.literal( 'slow' ), ms: z.number() } ),
	z.object( {
		kind: z.literal( 'trickle' ),
		bytes: z.number(),
		every_ms: z.number(),
	} ),
	/** Sends one short header after another, and never a body. */
	z.object( {
		kind: z.literal( 'trickling_headers' ),
		every_ms: z.number(),
	} ),
	/** Sends as fast as the client reads, until it hangs up. */
	z.object( {
		kind: z.literal( 'endless' ),
		part: z.enum( [ 'headers', 'body' ] ),
	} ),
	/** Compresses the body even if the client has not asked for that. */
	z.object( {
		kind: z.literal( 'compressed' ),
		/** Number of compressions; the header announces only one of them. */
		times: z.number().optional(),
		/** Replaces the body by this many spaces. */
		unpacked_bytes: z.number().optional(),
		/** The announced encoding; default `gzip`. */
		encoding: z.string().optional(),
	} ),
	/** Chunks inside the chunks of `Transfer-Encoding: chunked`; this many bytes are spaces. */
	z.object( { kind: z.literal( 'chunked_twice' ), bytes: z.number() } ),
	/** `Content-Length` is too high by this many bytes. */
	z.object( { kind: z.literal( 'content_length' ), by: z.number() } ),
] as const;
