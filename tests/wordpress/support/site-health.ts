/** What the page of Site Health carries for its script. */
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

/** The result of one of our tests. */
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
