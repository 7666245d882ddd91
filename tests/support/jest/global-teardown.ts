/**
 * After the WordPress tests.
 */
import { state } from './state';

export default async function globalTeardown(): Promise< void > {
	await state.server?.stop();
	console.log( state.words.replace( 'Testing', 'Tested' ) );
}
