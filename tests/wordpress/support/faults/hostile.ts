/** Makes hostile requests from a seed, to every route of ours that WordPress lists. */
import { phpFile } from '../../../support/php-file';

/** Values that a parameter may get. The list is PHP, because JSON cannot hold text that is not UTF-8. */
const VALUES = phpFile( __dirname, 'hostile-values.php' );

/** Bodies that are no object, and a few that are not even JSON. */
const BODIES = `
$bodies = array( '7', '-7', '1e999', '0', '"text"', '""', 'true', 'false', 'null', '[]', '[1,2]', '[[]]', '{}', '{', '', ' ', '{"":1}', '{"0":1}', str_repeat( '[', 600 ), '"\\uD800"', "\\xFF", "{\\"a\\":\\"\\xFF\\"}", 'a=1&b[]=2', '<?xml version="1.0"?>' );`;

/**
 * Returns PHP that makes `$count` requests and returns those that caused a 5xx, a warning or a notice.
 * It resets KeyCRM's pace before each, because otherwise most would wait for it.
 */
export function hostileRequests( seed: number, count: number ): string {
	return (
		VALUES +
		BODIES +
		phpFile( __dirname, 'hostile-requests.php', { seed, count } )
	);
}
