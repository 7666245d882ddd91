import { __ } from '@wordpress/i18n';
import type { Run } from '../../contract';
import type { CurrentRunState } from '../../hooks/use-current-run';
import type { OverviewState } from '../../overview-state';
import { to } from '../../route';
import { isActive } from '../../run-facts';
import { explanation } from '../../state-explanation';
import { headline, type Moment } from '../../state-words';
import { guardSentences } from '../../words';
import { ActionButton } from '../action-button';
import { CountTiles } from '../count-tiles';
import { ErrorNotice } from '../error-notice';
import { Icon } from '../icon';
import { RouteButton } from '../route-link';
import { RunProgress } from '../run-progress';
import { TechnicalDetails } from '../technical-details';

interface Props {
	runs: CurrentRunState;
	state: OverviewState;
	moment: Moment;
	/** A preview of the settings as they are now. */
	preview: Run | null;
}

function Found( { preview }: { preview: Run } ) {
	const warnings = preview.guard ? guardSentences( preview.guard ) : [];
	return (
		<>
			<CountTiles run={ preview } planned />
			{ warnings.map( ( sentence ) => (
				<p key={ sentence } className="keycrm-stock-result is-bad">
					<Icon name="warning" /> { sentence }{ ' ' }
					{ __(
						'Look at the list before you apply it.',
						'stock-sync-for-keycrm'
					) }
				</p>
			) ) }
			<p>
				<RouteButton to={ to( 'changes', { run: preview.id } ) }>
					{ __( 'Open the list', 'stock-sync-for-keycrm' ) }
				</RouteButton>
			</p>
		</>
	);
}

/** Step 3: the whole computation, without a write. */
export function Preview( { runs, state, moment, preview }: Props ) {
	const run = runs.current?.run ?? null;
	const looking = isActive( run ) && 'preview' === run.mode;

	return (
		<div className="keycrm-stock-fields">
			{ 'failed' === state.kind && (
				<div className="keycrm-stock-result is-bad">
					<p>
						<Icon name="dismiss" /> { headline( state, moment ) }
					</p>
					{ explanation( state, moment ).map( ( sentence ) => (
						<p key={ sentence }>{ sentence }</p>
					) ) }
					<TechnicalDetails error={ state.run.error } />
				</div>
			) }
			{ looking ? (
				<RunProgress
					run={ run }
					ahead_ms={ runs.ahead_ms }
					cancelling={ 'cancel' === runs.acting }
					onCancel={ () => void runs.cancel( run ) }
				/>
			) : (
				<div>
					<ActionButton
						variant={ preview ? 'secondary' : 'primary' }
						busy={ 'start' === runs.acting }
						disabled={ null !== runs.acting || isActive( run ) }
						onClick={ () => void runs.start( 'preview' ) }
					>
						{ __(
							'Show me what would change',
							'stock-sync-for-keycrm'
						) }
					</ActionButton>
				</div>
			) }
			{ preview && <Found preview={ preview } /> }
			<ErrorNotice error={ runs.refusal } />
		</div>
	);
}
