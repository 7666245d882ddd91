import { Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useSaveSettings } from '../../../api/mutations';
import { useSources } from '../../../api/queries';
import type { Route } from '../../../app/router/route';
import type { Settings, StockWay } from '../../../contract';
import { RunFailureNotice } from '../../current-run/run-failure-notice';
import type { KnownRun } from '../../current-run/use-current-run';
import type { SettingsForm } from '../../settings-form/use-settings-form';
import type { WarehousesState } from '../../warehouses/use-warehouses';
import { WarehouseSelect } from '../../warehouses/warehouse-select';
import { ErrorNotice } from '../../../ui/error-notice';
import { ExplainedChoice } from '../../../ui/explained-choice';
import { Section } from '../../../ui/section';
import { useStartRun } from '../use-start-run';
import { DetailFields } from './detail-fields';
import { PlaceFields } from './place-fields';
import { SourceSwitch } from './source-switch';

interface Props {
	settings: Settings;
	current: KnownRun;
	warehouses: WarehousesState;
	form: SettingsForm;
	navigate: ( route: Route ) => void;
}

interface Choice {
	way: StockWay[ 'way' ];
	direction: Settings[ 'direction' ];
}

/**
 * Who keeps the stock that counts. Only the direction is stored: an ERP that writes into KeyCRM is, for the sync, the
 * same as KeyCRM.
 */
export function SourceFields( {
	settings,
	current,
	warehouses,
	form,
	navigate,
}: Props ) {
	const sources = useSources();
	const saving = useSaveSettings();
	const { pending, failure, startRun } = useStartRun( current, navigate );
	const [ picked, setPicked ] = useState< Choice | null >( null );
	const { way, direction }: Choice = picked ?? {
		way: 'keycrm_to_shop' === settings.direction ? 'keycrm' : 'shop',
		direction: settings.direction,
	};
	const { ways = [], switches = [], reserve } = sources.data ?? {};
	const shown = ways.find( ( one ) => one.way === way );
	const change = switches.find(
		( one ) =>
			one.direction === direction && direction !== settings.direction
	);
	// What goes with another direction is saved with it, not with the form.
	const [ newWarehouse, setNewWarehouse ] = useState(
		settings.push_warehouse_id
	);
	const warehouseId = change ? newWarehouse : form.draft.push_warehouse_id;
	const leads = 'shop_to_keycrm' === direction;

	/** Saves the direction and has a preview made, which a person applies. */
	const switchOver = async () => {
		try {
			await saving.mutateAsync( {
				direction,
				...( leads && { push_warehouse_id: warehouseId } ),
			} );
		} catch {
			// The error is in `saving`.
			return;
		}
		setPicked( null );
		await startRun( 'preview' );
	};
	const pick = ( value: StockWay[ 'way' ] ) => {
		const fitting = ways.find( ( one ) => one.way === value )?.directions;
		// With an ERP both directions fit, so the present one stays until the person says which.
		const [ only = { value: direction } ] =
			fitting?.length === 1 ? fitting : [];
		setPicked( { way: value, direction: only.value } );
	};

	return (
		<Section
			title={ __( 'Where stock is kept', 'stock-sync-for-keycrm' ) }
			about={ __(
				'Whose quantities count. The other side gets them.',
				'stock-sync-for-keycrm'
			) }
		>
			<div className="keycrm-stock-fields">
				<ErrorNotice
					error={ sources.error }
					onRetry={ () => void sources.refetch() }
				/>
				{ sources.isPending && <Spinner /> }
				{ shown && (
					<ExplainedChoice
						legend={ __(
							'Who keeps the stock?',
							'stock-sync-for-keycrm'
						) }
						selected={ way }
						options={ ways.map( ( one ) => ( {
							...one,
							value: one.way,
						} ) ) }
						onChange={ pick }
					/>
				) }
				{ shown && shown.directions.length > 1 && (
					<ExplainedChoice
						legend={ shown.label }
						selected={ direction }
						options={ shown.directions }
						onChange={ ( value ) =>
							setPicked( { way, direction: value } )
						}
					/>
				) }
				{ shown && leads && (
					<>
						<WarehouseSelect
							label={ __(
								'Warehouse that gets the shop’s quantities',
								'stock-sync-for-keycrm'
							) }
							warehouses={ warehouses }
							items={ warehouses.found?.items ?? [] }
							chosen={ warehouseId }
							onChange={ ( id ) =>
								change
									? setNewWarehouse( id )
									: form.change( { push_warehouse_id: id } )
							}
						/>
						<p className="keycrm-stock-quiet">
							{ reserve }{ ' ' }
							{
								warehouses.found?.examples[ 0 ]?.pushed.find(
									( one ) => one.warehouse_id === warehouseId
								)?.text
							}
						</p>
						{ ! change && (
							<DetailFields
								details={ form.draft.details }
								onChange={ ( details ) =>
									form.change( { details } )
								}
							/>
						) }
						{ settings.stock_places.length > 0 && ! change && (
							<PlaceFields
								places={ settings.stock_places }
								map={ form.draft.places }
								warehouses={ warehouses.found?.items ?? [] }
								onChange={ ( places ) =>
									form.change( { places } )
								}
							/>
						) }
					</>
				) }
				{ change && (
					<SourceSwitch
						words={ change }
						isComplete={ ! leads || warehouseId > 0 }
						busy={ saving.isPending || 'preview' === pending }
						onSwitch={ () => void switchOver() }
					/>
				) }
				<ErrorNotice
					error={ saving.error }
					what={ __( 'Nothing was saved.', 'stock-sync-for-keycrm' ) }
				/>
				<RunFailureNotice failure={ failure } />
			</div>
		</Section>
	);
}
