import { __ } from '@wordpress/i18n';
import type { Run } from '../../contract';
import { RunFailureNotice } from '../current-run/run-failure-notice';
import type { KnownRun } from '../current-run/use-current-run';
import { useRunActions } from '../current-run/use-run-actions';
import { routeTo } from '../../app/router/route';
import { isActive, isPreviewMade } from '../current-run/run-facts';
import { ActionButton } from '../../ui/action-button';
import { CountTiles } from '../current-run/count-tiles';
import { Icon } from '../../ui/icon';
import { RouteButton } from '../../app/router/route-link';
import { RunProgress } from '../current-run/run-progress';
import { TechnicalDetails } from '../../ui/technical-details';

interface Props {
	current: KnownRun;
	stepSince: number | null;
	/** A preview with the current settings. */
	preview: Run | null;
}

function PreviewResult( { preview }: { preview: Run } ) {
	return (
		<>
			<CountTiles run={ preview } planned />
			{ ( preview.guard?.sentences ?? [] ).map( ( sentence ) => (
				<p key={ sentence } className="keycrm-stock-result is-bad">
					<Icon name="warning" /> { sentence }{ ' ' }
					{ __(
						'Look at the list before you apply it.',
						'stock-sync-for-keycrm'
					) }
				</p>
			) ) }
			<p>
				<RouteButton to={ routeTo( 'changes', { run: preview.id } ) }>
					{ __( 'Open the list', 'stock-sync-for-keycrm' ) }
				</RouteButton>
			</p>
		</>
	);
}

/** Step 4: a preview, which computes all quantities and writes none. */
export function PreviewStep( { current, stepSince, preview }: Props ) {
	const { run, facts } = current;
	const runActions = useRunActions();
	const isPreviewing = isActive( run ) && 'preview' === run.mode;
	const isOutdated = isPreviewMade( run ) && null === preview;

	return (
		<div className="keycrm-stock-fields">
			{ 'failed' === facts.headline.state && ! isActive( run ) && (
				<div className="keycrm-stock-result is-bad">
					<p>
						<Icon name="dismiss" /> { facts.headline.text }
					</p>
					{ facts.explanation.map( ( sentence ) => (
						<p key={ sentence }>{ sentence }</p>
					) ) }
					<TechnicalDetails error={ run?.error ?? null } />
				</div>
			) }
			{ isOutdated && (
				<p className="keycrm-stock-result is-bad">
					<Icon name="warning" /> { run.words.age }
				</p>
			) }
			{ isPreviewing ? (
				<RunProgress
					run={ run }
					aheadMs={ current.aheadMs }
					stepSince={ stepSince }
					runActions={ runActions }
				/>
			) : (
				<div>
					<ActionButton
						variant={ preview ? 'secondary' : 'primary' }
						busy={ 'preview' === runActions.pending }
						disabled={
							null !== runActions.pending || isActive( run )
						}
						onClick={ () => void runActions.start( 'preview' ) }
					>
						{ __(
							'Show me what would change',
							'stock-sync-for-keycrm'
						) }
					</ActionButton>
				</div>
			) }
			{ preview && <PreviewResult preview={ preview } /> }
			<RunFailureNotice failure={ runActions.failure } />
		</div>
	);
}
