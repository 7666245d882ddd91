import { SelectControl, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { directionSchema, outcomeSchema, type Run } from '../../contract';
import { formatTime } from '../../lib/format';
import type { Route } from '../../app/router/route';
import {
	directionNames,
	outcomeNames,
	runName,
} from '../current-run/run-labels';
import { ActionButton } from '../../ui/action-button';

export interface Typed {
	search: string;
	/** Days as YYYY-MM-DD, both inclusive; empty for none. */
	from: string;
	until: string;
}

type Picked = Pick< Route, 'run' | 'outcome' | 'direction' >;

interface Props {
	runs: Run[];
	picked: Picked;
	nowMs: number;
	onPick: ( picked: Picked ) => void;
	onSearch: ( typed: Typed ) => void;
	/** Offers older runs too; only where there are any. */
	onOlder?: () => void;
}

/** An unchanged product is no change, so the list never has one. */
const LISTED = outcomeSchema.options.filter( ( name ) => 'unchanged' !== name );

const SIZES = {
	__nextHasNoMarginBottom: true,
	__next40pxDefaultSize: true,
} as const;

function options( names: Record< string, string >, shown: readonly string[] ) {
	return [
		{ value: '', label: __( 'All', 'stock-sync-for-keycrm' ) },
		...shown.map( ( value ) => ( {
			value,
			label: names[ value ] ?? value,
		} ) ),
	];
}

function runOptions( { runs, picked, nowMs }: Props ) {
	const known = runs.map( ( run ) => ( {
		value: String( run.id ),
		label: `${ formatTime( run.started_at, nowMs ) } · ${ runName( run ) }`,
	} ) );
	const all = {
		value: 'all',
		label: __( 'All syncs', 'stock-sync-for-keycrm' ),
	};
	const value = String( picked.run );
	return 'all' === value || known.some( ( run ) => run.value === value )
		? [ all, ...known ]
		: [ all, ...known, { value, label: `№ ${ value }` } ];
}

export function ChangeFilters( props: Props ) {
	const { picked, onPick, onSearch, onOlder } = props;
	const [ typed, setTyped ] = useState< Typed >( {
		search: '',
		from: '',
		until: '',
	} );
	const day = ( name: 'from' | 'until', label: string ) => (
		<TextControl
			{ ...SIZES }
			type="date"
			label={ label }
			value={ typed[ name ] }
			onChange={ ( value ) => setTyped( { ...typed, [ name ]: value } ) }
		/>
	);

	return (
		<form
			className="keycrm-stock-row is-bottom keycrm-stock-filters"
			role="search"
			onSubmit={ ( event ) => {
				event.preventDefault();
				onSearch( { ...typed, search: typed.search.trim() } );
			} }
		>
			<SelectControl
				{ ...SIZES }
				label={ __( 'Sync', 'stock-sync-for-keycrm' ) }
				value={ String( picked.run ) }
				options={ runOptions( props ) }
				onChange={ ( value ) =>
					onPick( {
						...picked,
						run: 'all' === value ? value : Number( value ),
					} )
				}
			/>
			{ onOlder && (
				<ActionButton variant="link" onClick={ onOlder }>
					{ __( 'Offer older syncs', 'stock-sync-for-keycrm' ) }
				</ActionButton>
			) }
			<SelectControl
				{ ...SIZES }
				label={ __( 'Outcome', 'stock-sync-for-keycrm' ) }
				value={ picked.outcome }
				options={ options( outcomeNames(), LISTED ) }
				onChange={ ( value ) =>
					onPick( {
						...picked,
						outcome: outcomeSchema.safeParse( value ).data ?? '',
					} )
				}
			/>
			<SelectControl
				{ ...SIZES }
				label={ __( 'Which way', 'stock-sync-for-keycrm' ) }
				value={ picked.direction }
				options={ options( directionNames(), directionSchema.options ) }
				onChange={ ( value ) =>
					onPick( {
						...picked,
						direction:
							directionSchema.safeParse( value ).data ?? '',
					} )
				}
			/>
			{ 'all' === picked.run && (
				<>
					{ day( 'from', __( 'From', 'stock-sync-for-keycrm' ) ) }
					{ day( 'until', __( 'Until', 'stock-sync-for-keycrm' ) ) }
				</>
			) }
			<TextControl
				{ ...SIZES }
				type="search"
				label={ __( 'Product or SKU', 'stock-sync-for-keycrm' ) }
				value={ typed.search }
				onChange={ ( search ) => setTyped( { ...typed, search } ) }
			/>
			<ActionButton submits>
				{ __( 'Search', 'stock-sync-for-keycrm' ) }
			</ActionButton>
		</form>
	);
}
