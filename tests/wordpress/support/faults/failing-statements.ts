/** Makes one statement of a chosen part of the plugin fail, as a busy or damaged database does. */
import { z } from 'zod';
import type { Shop } from '../../../support/worlds/shop';

/**
 * A must-use plugin. It counts the statements that some classes send, over all requests, and spoils the one
 * whose turn it is.
 */
export const FAILING = `
	add_filter( 'query', static function ( $sql ) {
		$file  = WP_CONTENT_DIR . '/failing.json';
		$state = is_file( $file ) ? json_decode( (string) file_get_contents( $file ), true ) : null;
		if ( null === $state || array() === array_intersect( $state['by'], array_column( debug_backtrace( DEBUG_BACKTRACE_IGNORE_ARGS ), 'class' ) ) ) {
			return $sql;
		}
		$state['sent'][] = $sql;
		file_put_contents( $file, json_encode( $state ) );
		if ( count( $state['sent'] ) !== $state['turn'] ) {
			return $sql;
		}
		$GLOBALS['wpdb']->suppress_errors();
		return 'SELECT 1 FROM there_is_no_such_table';
	} );`;

const sentSchema = z.array( z.string() );

/** From now on; turn 0 only counts. */
export const failAt = ( shop: Shop, by: readonly string[], turn: number ) =>
	shop.php( `
		$by = array( ${ by.map( ( name ) => `${ name }::class` ).join( ', ' ) } );
		file_put_contents( WP_CONTENT_DIR . '/failing.json', json_encode( array( 'by' => $by, 'turn' => ${ turn }, 'sent' => array() ) ) );
		return true;` );

/** No statement fails any more; gives those that were sent since failAt(). */
export async function failNoMore( shop: Shop ): Promise< string[] > {
	return sentSchema.parse(
		await shop.php( `
			$file = WP_CONTENT_DIR . '/failing.json';
			$sent = json_decode( (string) file_get_contents( $file ), true )['sent'];
			unlink( $file );
			return $sent;` )
	);
}
