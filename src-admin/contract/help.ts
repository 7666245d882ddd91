import * as z from 'zod/mini';

/** GET /help: what the Help tab says, in the language of the person who asks. A section has only some of its parts. */
export const helpSchema = z.object( {
	sections: z.array(
		z.object( {
			title: z.string(),
			paragraphs: z.array( z.string() ),
			/** In their order. */
			steps: z.array( z.string() ),
			terms: z.array(
				z.object( { term: z.string(), text: z.string() } )
			),
			/** The line for the server's scheduler belongs below the text. */
			shows_cron_line: z.boolean(),
		} )
	),
} );
export type Help = z.infer< typeof helpSchema >;
export type HelpSection = Help[ 'sections' ][ number ];
