/**
 * Reads what php/bridge.php answers.
 */
import { z } from 'zod';

const answerSchema = z.object( {
	ok: z.boolean(),
	value: z.unknown().optional(),
	error: z.string().optional(),
	output: z.string(),
} );

/** WordPress's error page is a page of styles with a sentence in it. */
function plain( page: string ): string {
	return page
		.replaceAll( /<style.*?<\/style>|<[^>]*>/gs, ' ' )
		.replaceAll( /\s+/g, ' ' );
}

/** What the code returned. Throws with PHP's own words when it failed or PHP did not get that far. */
export function answerOf( text: string, all = text ): unknown {
	let json: unknown;
	try {
		json = JSON.parse( text );
	} catch {
		throw new Error(
			`PHP gave no answer: ${ plain( all ).slice( -2000 ) }`
		);
	}
	const answer = answerSchema.parse( json );
	if ( ! answer.ok ) {
		throw new Error(
			[ answer.error ?? 'PHP failed.', answer.output ].join( '\n' ).trim()
		);
	}
	return answer.value;
}
