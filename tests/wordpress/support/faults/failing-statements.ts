/** Makes one statement of a chosen part of the plugin fail, as a busy or damaged database does. */
import { z } from 'zod';
import { phpFile } from '../../../support/php-file';
import type { Shop } from '../../../support/worlds/shop';

/**
 * A must-use plugin. It counts the statements that some classes send, over all requests, and breaks the one
 * with the chosen number.
 */
export const FAILING = phpFile( __dirname, 'failing-statements.php' );

const sentSchema = z.array( z.string() );

/** Starts counting; with 0 no statement fails. */
export const failAt = ( shop: Shop, by: readonly string[], turn: number ) =>
	shop.php( `
		$by = array( ${ by.map( ( name ) => `${ name }::class` ).join( ', ' ) } );
		file_put_contents( WP_CONTENT_DIR . '/failing.json', json_encode( array( 'by' => $by, 'turn' => ${ turn }, 'sent' => array() ) ) );
		return true;` );

/** Ends the fault, and returns the statements that were sent since failAt(). */
export async function failNoMore( shop: Shop ): Promise< string[] > {
	return sentSchema.parse(
		await shop.php( `
			$file = WP_CONTENT_DIR . '/failing.json';
			$sent = json_decode( (string) file_get_contents( $file ), true )['sent'];
			unlink( $file );
			return $sent;` )
	);
}
