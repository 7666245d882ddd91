import * as z from 'zod/mini';

/** What /tick/{token} answers: nothing that a stranger could use. */
export const tickSchema = z.object( {
	status: z.string(),
	phase: z.string(),
} );

/** What /tick-token answers. */
export const tickUrlSchema = z.object( { tick_url: z.string() } );

export type TickUrl = z.infer< typeof tickUrlSchema >;

/** The response of the address to a call without a login. */
export interface TickTrial {
	/** HTTP. */
	status: number;
	/** Whether the answer came from this plugin, and not from a cache or a page of a firewall. */
	is_ours: boolean;
}
