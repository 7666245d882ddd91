import * as z from 'zod/mini';
import {
	fixSchema,
	mismatchGroupSchema,
	mismatchGroupsSchema,
	mismatchListSchema,
	type Fix,
	type Mismatch,
	type MismatchGroup,
} from '../../../src-admin/contract';
import { at } from './sample-runs';

/** Names as on the server. */
const NAMES: Partial< Record< MismatchGroup, string > > = {
	near_miss: 'SKUs that almost agree',
	wrong_status: 'Stock status does not fit the stock quantity',
	only_in_keycrm: 'Only in KeyCRM',
	duplicate_in_keycrm: 'Same SKU twice in KeyCRM',
	not_managed: 'Stock management is off',
	excluded: 'Left alone by you',
};

const chosenSchema = z.object( { product_ids: z.array( z.int() ) } );

export const someMismatch = ( part: Partial< Mismatch > = {} ): Mismatch => ( {
	product_id: 101,
	product_name: 'Шапка біла, M',
	edit_url: 'https://shop.example/wp-admin/post.php?post=101&action=edit',
	sku: 'ABC-01',
	in_shop: 4,
	in_keycrm: [],
	reason: '',
	since: '',
	can_switch_on: false,
	...part,
} );

/** Fake of the routes under /unmatched. */
export class FakeMismatches {
	/** Null: there was no comparison yet. */
	lists: Partial< Record< MismatchGroup, Mismatch[] > > | null = {};
	/** Products that cannot be fixed, with the reason. */
	left: Fix[ 'left' ] = [];

	getGroups = () =>
		mismatchGroupsSchema.parse( {
			run_id: this.lists ? 7 : 0,
			compared_at: this.lists && at( -240 ),
			listed_at: this.lists && at( -7200 ),
			groups: this.lists
				? mismatchGroupSchema.options.map( ( group ) => ( {
						group,
						name: NAMES[ group ] ?? group,
						advice: `What to do about ${ group }.`,
						count: this.lists?.[ group ]?.length ?? 0,
				  } ) )
				: [],
		} );

	getList( query: URLSearchParams ) {
		const group = mismatchGroupSchema.parse( query.get( 'group' ) );
		const page = Number( query.get( 'page' ) );
		const perPage = Number( query.get( 'per_page' ) );
		const all = this.lists?.[ group ] ?? [];
		return mismatchListSchema.parse( {
			items: all.slice( ( page - 1 ) * perPage, page * perPage ),
			total: all.length,
			page,
			per_page: perPage,
		} );
	}

	mend( body: unknown ) {
		const { product_ids: productIds } = chosenSchema.parse( body );
		const left = this.left.map( ( row ) => row.product_id );
		return fixSchema.parse( {
			done: productIds.filter( ( id ) => ! left.includes( id ) ),
			left: this.left,
		} );
	}
}
