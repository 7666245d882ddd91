/** A shop manager who reads wp-admin in Ukrainian, in a shop with another language. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shop } from '../../support/worlds/shop';

/** Installs a translation of a few sentences, as a language pack would. */
export function installUkrainian(
	shop: Shop,
	sentences: Record< string, string >
): void {
	const languages = join( shop.dir, 'wp-content/languages' );
	const pairs = Object.entries( sentences )
		.map( ( [ from, to ] ) => `'${ from }' => '${ to }'` )
		.join( ', ' );
	mkdirSync( join( languages, 'plugins' ), { recursive: true } );
	writeFileSync(
		join( languages, 'uk.l10n.php' ),
		'<?php return array( "messages" => array() );'
	);
	writeFileSync(
		join( languages, 'plugins/stock-sync-for-keycrm-uk.l10n.php' ),
		`<?php return array( 'messages' => array( ${ pairs } ) );`
	);
}

/** Sets the shop manager's language; `''` is the site's own. */
export function readsIn( shop: Shop, locale: '' | 'uk' ): Promise< unknown > {
	return shop.php( `
		foreach ( get_users( array( 'role' => 'shop_manager' ) ) as $user ) {
			update_user_meta( $user->ID, 'locale', '${ locale }' );
		}
		return true;` );
}
