import * as z from 'zod/mini';
import {
	fixSchema,
	mismatchGroupSchema,
	mismatchGroupsSchema,
	mismatchListSchema,
	type Fix,
	type FixAction,
	type GroupOfMismatches,
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

const LABELS: Record< FixAction, [ label: string, failed: string ] > = {
	'switch-on': [
		'Switch stock management on',
		'Stock management was not switched on for all of them.',
	],
	'repair-status': [
		'Repair the stock status',
		'The stock status was not repaired for all of them.',
	],
	'leave-alone': [ 'Leave alone', 'Not all of them are left alone.' ],
	include: [ 'Sync again', 'Not all of them are synced again.' ],
};

/** As on the server. */
const DONE: Record< FixAction, [ one: string, many: string ] > = {
	'switch-on': [
		'Stock management is on for 1 product, with KeyCRM’s number.',
		'Stock management is on for %s products, with KeyCRM’s numbers.',
	],
	'repair-status': [
		'The stock status of 1 product fits its stock quantity now.',
		'The stock status of %s products fits their stock quantity now.',
	],
	'leave-alone': [
		'1 product is left alone from now on.',
		'%s products are left alone from now on.',
	],
	include: [
		'1 product is synced again from the next sync on.',
		'%s products are synced again from the next sync on.',
	],
};

/** As on the server. */
const CREATE: Partial<
	Record< MismatchGroup, GroupOfMismatches[ 'create' ] >
> = {
	not_in_keycrm: {
		mode: 'create_in_keycrm',
		label: 'Create these in KeyCRM …',
	},
	only_in_keycrm: {
		mode: 'create_in_shop',
		label: 'Create drafts of these …',
	},
};

function doneSentence( action: FixAction, count: number ): string {
	const [ one, many ] = DONE[ action ];
	return 1 === count ? one : many.replace( '%s', String( count ) );
}

const SINCE: Record< Mismatch[ 'since' ], string > = {
	'': '',
	deleted: 'Deleted since.',
	left_alone: 'Left alone from now on.',
	new_sku: 'Has another SKU now; the next sync looks for it.',
	switched_on: 'Stock management is on now.',
	repaired: 'The stock status fits now.',
};

function actionWords( action: FixAction ) {
	const [ label, failed ] = LABELS[ action ];
	return { action, label, failed };
}

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
	since_text: SINCE[ part.since ?? '' ],
	can_switch_on: false,
	...part,
} );

/** Fake of the routes under /unmatched. */
export class FakeMismatches {
	/** Null: there was no comparison yet. */
	lists: Partial< Record< MismatchGroup, Mismatch[] > > | null = {};
	/** Products that cannot be fixed, with the reason. */
	left: Fix[ 'left' ] = [];
	/** What the server offers; a group that is missing here: only to leave products alone. */
	actions: Partial< Record< MismatchGroup, FixAction[] > > = {
		wrong_status: [ 'repair-status', 'leave-alone' ],
		only_in_keycrm: [],
		no_sku_in_keycrm: [],
		not_managed: [ 'switch-on', 'leave-alone' ],
		excluded: [ 'include' ],
	};

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
						create: CREATE[ group ] ?? null,
						actions: (
							this.actions[ group ] ?? [ 'leave-alone' ]
						).map( actionWords ),
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

	mend( action: FixAction, body: unknown ) {
		const { product_ids: productIds } = chosenSchema.parse( body );
		const left = this.left.map( ( row ) => row.product_id );
		const done = productIds.filter( ( id ) => ! left.includes( id ) );
		return fixSchema.parse( {
			done,
			message: done.length > 0 ? doneSentence( action, done.length ) : '',
			left: this.left,
		} );
	}
}
