/**
 * Reads the answers of php/bridge.php.
 */
import { z } from 'zod';

const answerSchema = z.object( {
	ok: z.boolean(),
	value: z.unknown().optional(),
	error: z.string().optional(),
	output: z.string(),
} );

/** WordPress's error page has long styles; only its sentence is useful. */
function plain( page: string ): string {
	return page
		.replaceAll( /<style.*?<\/style>|<[^>]*>/gs, ' ' )
		.replaceAll( /\s+/g, ' ' );
}

/** The value that the code returned. Throws with PHP's message if the code failed or did not run. */
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
