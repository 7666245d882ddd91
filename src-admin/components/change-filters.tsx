import { SelectControl, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { outcomeSchema, type Outcome, type Run } from '../contract';
import { formatTime } from '../format';
import { outcomeNames, runName } from '../words';
import { ActionButton } from './action-button';

interface Props {
	runs: Run[];
	run_id: number;
	outcome: Outcome | '';
	now_ms: number;
	onRun: ( run_id: number ) => void;
	onOutcome: ( outcome: Outcome | '' ) => void;
	onSearch: ( search: string ) => void;
}

/** An unchanged product is no change, so the list never has one. */
const LISTED = outcomeSchema.options.filter( ( name ) => 'unchanged' !== name );

export function ChangeFilters( props: Props ) {
	const { runs, run_id, outcome, now_ms, onRun, onOutcome, onSearch } = props;
	const [ typed, setTyped ] = useState( '' );
	const names = outcomeNames();
	const options = runs.map( ( run ) => ( {
		value: String( run.id ),
		label: `${ formatTime( run.started_at, now_ms ) } · ${ runName(
			run
		) }`,
	} ) );
	if ( ! runs.some( ( { id } ) => id === run_id ) ) {
		options.push( { value: String( run_id ), label: `№ ${ run_id }` } );
	}

	return (
		<form
			className="keycrm-stock-row is-bottom keycrm-stock-filters"
			role="search"
			onSubmit={ ( event ) => {
				event.preventDefault();
				onSearch( typed.trim() );
			} }
		>
			<SelectControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				label={ __( 'Check', 'stock-sync-for-keycrm' ) }
				value={ String( run_id ) }
				options={ options }
				onChange={ ( value ) => onRun( Number( value ) ) }
			/>
			<SelectControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				label={ __( 'Outcome', 'stock-sync-for-keycrm' ) }
				value={ outcome }
				options={ [
					{
						value: '',
						label: __( 'All', 'stock-sync-for-keycrm' ),
					},
					...LISTED.map( ( name ) => ( {
						value: name,
						label: names[ name ],
					} ) ),
				] }
				onChange={ ( value ) =>
					onOutcome( outcomeSchema.safeParse( value ).data ?? '' )
				}
			/>
			<TextControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				type="search"
				label={ __( 'SKU', 'stock-sync-for-keycrm' ) }
				value={ typed }
				onChange={ setTyped }
			/>
			<ActionButton submits>
				{ __( 'Search', 'stock-sync-for-keycrm' ) }
			</ActionButton>
		</form>
	);
}
