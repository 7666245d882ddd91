/** Reads the data that the Site Health page holds for its script. */
import { z } from 'zod';
import type { Shop } from '../../support/worlds/shop';

const resultSchema = z.object( {
	label: z.string(),
	status: z.enum( [ 'good', 'recommended', 'critical' ] ),
	description: z.string(),
	actions: z.string(),
	test: z.string(),
} );

const pageSchema = z.object( {
	site_status: z.object( { direct: z.array( z.unknown() ) } ),
} );

/** Returns the result of one of our tests. */
export async function siteHealth( shop: Shop, test: 'sync' | 'writers' ) {
	const { text } = await shop.request( '/wp-admin/site-health.php', {
		as: 'admin',
	} );
	const json = /SiteHealth = (\{.*\});/.exec( text )?.[ 1 ] ?? '{}';
	return pageSchema
		.parse( JSON.parse( json ) )
		.site_status.direct.map( ( one ) => resultSchema.safeParse( one ).data )
		.find( ( one ) => one?.test === `keycrm_stock_${ test }` );
}

/**
 * Returns our section of facts as text.
 * The native world reads it from the page. There WordPress asks `gs` for its version, for which php-wasm
 * would wait endlessly, so php-wasm reads it from the filter.
 */
export async function healthInfo( shop: Shop ): Promise< string > {
	if ( shop.world.kind === 'wasm' ) {
		return String(
			await shop.php( `
				add_filter( 'wp_doing_cron', '__return_true' );
				( new KeyCrmStock\\Plugin( WP_PLUGIN_DIR . '/stock-sync-for-keycrm/stock-sync-for-keycrm.php' ) )->register();
				$fields = apply_filters( 'debug_information', array() )['keycrm-stock']['fields'];
				return implode( "\\n", array_map( 'esc_html', array_column( $fields, 'value' ) ) );
			` )
		);
	}
	const { text } = await shop.request(
		'/wp-admin/site-health.php?tab=debug',
		{ as: 'admin' }
	);
	return (
		/id="health-check-accordion-block-keycrm-stock"[^]*?<\/table>/.exec(
			text
		)?.[ 0 ] ?? ''
	);
}
