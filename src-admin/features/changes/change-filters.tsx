import { SelectControl, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { directionSchema, outcomeSchema, type Run } from '../../contract';
import { formatTime } from '../../lib/format';
import type { Route } from '../../app/router/route';
import { directionNames, outcomeNames } from '../current-run/run-labels';
import { ActionButton } from '../../ui/action-button';

export interface ChangeSearch {
	search: string;
	/** YYYY-MM-DD, both inclusive; empty means no limit. */
	from: string;
	until: string;
}

type ChangeSelection = Pick< Route, 'run' | 'outcome' | 'direction' >;

interface Props {
	runs: Run[];
	selection: ChangeSelection;
	nowMs: number;
	onSelect: ( selection: ChangeSelection ) => void;
	onSearch: ( search: ChangeSearch ) => void;
	/** Loads older runs; missing if there are none. */
	onLoadOlder?: () => void;
}

/** The server does not list unchanged products. */
const LISTED_OUTCOMES = outcomeSchema.options.filter(
	( name ) => 'unchanged' !== name
);

const CONTROL_SIZES = {
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

function runOptions( { runs, selection, nowMs }: Props ) {
	const known = runs.map( ( run ) => ( {
		value: String( run.id ),
		label: `${ formatTime( run.started_at, nowMs ) } · ${ run.words.name }`,
	} ) );
	const all = {
		value: 'all',
		label: __( 'All syncs', 'stock-sync-for-keycrm' ),
	};
	const value = String( selection.run );
	return 'all' === value || known.some( ( run ) => run.value === value )
		? [ all, ...known ]
		: [ all, ...known, { value, label: `№ ${ value }` } ];
}

export function ChangeFilters( props: Props ) {
	const { selection, onSelect, onSearch, onLoadOlder } = props;
	const [ typed, setTyped ] = useState< ChangeSearch >( {
		search: '',
		from: '',
		until: '',
	} );
	const day = ( name: 'from' | 'until', label: string ) => (
		<TextControl
			{ ...CONTROL_SIZES }
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
				{ ...CONTROL_SIZES }
				label={ __( 'Sync', 'stock-sync-for-keycrm' ) }
				value={ String( selection.run ) }
				options={ runOptions( props ) }
				onChange={ ( value ) =>
					onSelect( {
						...selection,
						run: 'all' === value ? value : Number( value ),
					} )
				}
			/>
			{ onLoadOlder && (
				<ActionButton variant="link" onClick={ onLoadOlder }>
					{ __( 'Offer older syncs', 'stock-sync-for-keycrm' ) }
				</ActionButton>
			) }
			<SelectControl
				{ ...CONTROL_SIZES }
				label={ __( 'Outcome', 'stock-sync-for-keycrm' ) }
				value={ selection.outcome }
				options={ options( outcomeNames(), LISTED_OUTCOMES ) }
				onChange={ ( value ) =>
					onSelect( {
						...selection,
						outcome: outcomeSchema.safeParse( value ).data ?? '',
					} )
				}
			/>
			<SelectControl
				{ ...CONTROL_SIZES }
				label={ __( 'Which way', 'stock-sync-for-keycrm' ) }
				value={ selection.direction }
				options={ options( directionNames(), directionSchema.options ) }
				onChange={ ( value ) =>
					onSelect( {
						...selection,
						direction:
							directionSchema.safeParse( value ).data ?? '',
					} )
				}
			/>
			{ 'all' === selection.run && (
				<>
					{ day( 'from', __( 'From', 'stock-sync-for-keycrm' ) ) }
					{ day( 'until', __( 'Until', 'stock-sync-for-keycrm' ) ) }
				</>
			) }
			<TextControl
				{ ...CONTROL_SIZES }
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
