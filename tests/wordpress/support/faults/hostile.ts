/** Requests that nobody means well, made up from a seed, at every route that WordPress knows of ours. */
import { phpFile } from '../../../support/php-file';

/** Values that one parameter may be given. Text that is no UTF-8 cannot stand in JSON, so the list is PHP. */
const VALUES = phpFile( __dirname, 'hostile-values.php' );

/** Bodies that are no object, and a few that are none at all. */
const BODIES = `
$bodies = array( '7', '-7', '1e999', '0', '"text"', '""', 'true', 'false', 'null', '[]', '[1,2]', '[[]]', '{}', '{', '', ' ', '{"":1}', '{"0":1}', str_repeat( '[', 600 ), '"\\uD800"', "\\xFF", "{\\"a\\":\\"\\xFF\\"}", 'a=1&b[]=2', '<?xml version="1.0"?>' );`;

/**
 * PHP that makes `$count` requests and returns those that went wrong: answered with 5xx, or with a warning or a
 * notice on the way. KeyCRM's pace is forgotten before each, or most would wait for it.
 */
export function hostileRequests( seed: number, count: number ): string {
	return (
		VALUES +
		BODIES +
		phpFile( __dirname, 'hostile-requests.php', { seed, count } )
	);
}
