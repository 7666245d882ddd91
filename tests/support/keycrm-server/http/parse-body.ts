import type { z } from 'zod';
import { parseJson } from '../json';
import type { Call } from './call';
import type { Reply } from './reply';
import { invalid } from './reply';

/** @return The body, or the 422 that names each wrong field. */
export function parseBody< T >(
	schema: z.ZodType< T >,
	call: Call
): { value: T } | { refusal: Reply } {
	const result = schema.safeParse( parseJson( call.body ) );
	if ( result.success ) {
		return { value: result.data };
	}
	const errors: Record< string, string > = {};
	for ( const { path, message } of result.error.issues ) {
		errors[ path.join( '.' ) ] ??= message;
	}
	return { refusal: invalid( errors ) };
}
