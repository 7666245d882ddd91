/** Detects changes of WooCommerce's tables, and calls of its hooks. */
import { phpFile } from '../../../support/php-file';
import type { Shop } from '../../../support/worlds/shop';

/** A must-use plugin that records every stock or product hook that fires. */
export const TOUCH_RECORDER = phpFile( __dirname, 'touch-recorder.php' );

export async function startTouchRecorder( shop: Shop ): Promise< void > {
	await shop.php(
		`@unlink( WP_CONTENT_DIR . '/touched-hooks.log' ); update_option( 'test_on', 1 ); return true;`
	);
}

export async function touchedHooks( shop: Shop ): Promise< string[] > {
	const text = await shop.php(
		`update_option( 'test_on', 0 ); $file = WP_CONTENT_DIR . '/touched-hooks.log'; return is_file( $file ) ? file_get_contents( $file ) : '';`
	);
	return String( text )
		.split( '\n' )
		.filter( ( line ) => line !== '' );
}

/** Returns a fingerprint of each table that a sync might change, without our tables, the options and the queue. */
export async function fingerprints(
	shop: Shop
): Promise< Record< string, string > > {
	const answer = await shop.php( phpFile( __dirname, 'touch-prints.php' ) );
	const prints: Record< string, string > = {};
	for ( const [ name, value ] of Object.entries( answer ?? {} ) ) {
		prints[ name ] = String( value );
	}
	return prints;
}
