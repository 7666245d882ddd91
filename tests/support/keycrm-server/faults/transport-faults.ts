import { z } from 'zod';

/** What the network does to an answer. Times are real, not the clock's. */
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
	/** One short header after the other, and never a body. */
	z.object( {
		kind: z.literal( 'trickling_headers' ),
		every_ms: z.number(),
	} ),
	/** As fast as the client takes them, until it hangs up. */
	z.object( {
		kind: z.literal( 'endless' ),
		part: z.enum( [ 'headers', 'body' ] ),
	} ),
	/** Compressed, although the client may not have asked for that. */
	z.object( {
		kind: z.literal( 'compressed' ),
		/** How often; only one of them is announced. */
		times: z.number().optional(),
		/** A text of so many spaces instead of the true body. */
		unpacked_bytes: z.number().optional(),
		/** What the answer says that it is; without it `gzip`. */
		encoding: z.string().optional(),
	} ),
	/** In the pieces of `Transfer-Encoding: chunked`, and those once more; so many bytes of them are spaces. */
	z.object( { kind: z.literal( 'chunked_twice' ), bytes: z.number() } ),
	/** `Content-Length` is off by so many bytes. */
	z.object( { kind: z.literal( 'content_length' ), by: z.number() } ),
] as const;
