/**
 * The whole demo: a KeyCRM, and a shop with our plugin installed from the zip. Used by `npm start` and by
 * the browser tests.
 */
import { demoCatalogue, startKeyCrm } from '../keycrm-server';
import type { DemoCatalogue, KeyCrmServer } from '../keycrm-server';
import { openShop } from '../worlds/shop';
import type { Shop } from '../worlds/shop';
import { filledWith } from './fill';
import {
	activatePlugin,
	copyPluginFiles,
	installZip,
	PLUGIN_FOLDERS,
} from './install';

export const ADMIN_PAGE = 'admin.php?page=keycrm-stock';

export interface Stack {
	readonly shop: Shop;
	readonly keycrm: KeyCrmServer;
	readonly catalogue: DemoCatalogue;
	/** Signs in and opens our screen. */
	readonly adminUrl: string;
	stop(): Promise< void >;
}

/**
 * @param tell   Hears what is being done, for people who wait.
 * @param plugin From the zip, as a shop owner installs it, or, for development, from this repository's folders.
 */
export async function openStack(
	tell: ( words: string ) => void,
	plugin: 'zip' | 'folders' = 'zip'
): Promise< Stack > {
	const catalogue = demoCatalogue();
	tell( 'Starting the demo KeyCRM' );
	const keycrm = await startKeyCrm( { catalogue: catalogue.seed } );
	const undo = [ () => keycrm.stop() ];
	const stop = async () => {
		for ( const step of undo ) {
			await step();
		}
	};
	try {
		tell(
			`Starting WordPress, with ${ catalogue.shop.length } products (the first time takes a minute or two)`
		);
		const shop = await openShop( {
			activate: 'absent',
			mounts: plugin === 'folders' ? PLUGIN_FOLDERS : {},
			prepared: filledWith( catalogue.shop ),
			constants: {
				KEYCRM_STOCK_API_BASE_URL: keycrm.url,
				// The demo shows automatic sync too, so WP-Cron is on.
				DISABLE_WP_CRON: false,
			},
		} );
		undo.push( () => shop.stop() );
		tell( `  ${ shop.world.words }` );
		if ( plugin === 'zip' ) {
			tell( 'Installing the plugin from the zip' );
			await installZip( shop );
		} else {
			copyPluginFiles( shop );
		}
		await activatePlugin( shop );
		const adminUrl = shop.loginUrl( ADMIN_PAGE );
		return { shop, keycrm, catalogue, adminUrl, stop };
	} catch ( error ) {
		await stop();
		throw error;
	}
}
