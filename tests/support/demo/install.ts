/**
 * Installs the built zip as a shop owner does: through WordPress's own plugin installer.
 */
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { phpFile } from '../php-file';
import { CACHE, ROOT, SLUG, ZIP_FILE } from '../worlds/paths';
import type { Shop } from '../worlds/shop';

const PLACE = 'wp-content/uploads/to-install.zip';

const PLUGIN = `wp-content/plugins/${ SLUG }`;

/** The plugin's folders in this repository; `npm run watch` builds the admin screen. */
export const PLUGIN_FOLDERS = {
	[ `${ PLUGIN }/build` ]: join( CACHE, 'dev-build' ),
	[ `${ PLUGIN }/contract` ]: join( ROOT, 'plugin/contract' ),
	[ `${ PLUGIN }/src` ]: join( ROOT, 'src-php-bridge' ),
};

/** The files beside the folders, among them the one with the plugin's header. */
export function copyPluginFiles( shop: Shop ): void {
	for ( const entry of readdirSync( join( ROOT, 'plugin' ), {
		withFileTypes: true,
	} ) ) {
		if ( entry.isFile() ) {
			copyFileSync(
				join( ROOT, 'plugin', entry.name ),
				join( shop.dir, PLUGIN, entry.name )
			);
		}
	}
}

/** @return What the installer said, line by line. */
export async function installZip( shop: Shop ): Promise< unknown > {
	copyFileSync( ZIP_FILE, join( shop.dir, PLACE ) );
	return shop.php( phpFile( __dirname, 'install-zip.php', { zip: PLACE } ) );
}

export async function activatePlugin( shop: Shop ): Promise< void > {
	await shop.php( `
		wp_set_current_user( 1 );
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		$failed = activate_plugin( '${ SLUG }/${ SLUG }.php' );
		if ( is_wp_error( $failed ) ) {
			throw new RuntimeException( $failed->get_error_message() );
		}
		return true;
	` );
}
