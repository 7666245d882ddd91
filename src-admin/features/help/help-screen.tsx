import { __ } from '@wordpress/i18n';
import { CronLine } from '../settings-form/cron-line';
import { Section } from '../../ui/section';
import type { Settings } from '../../contract';
import { outcomeNames } from '../current-run/run-labels';
import { outcomeAdvice } from '../current-run/outcome-advice';

export function HelpScreen( { settings }: { settings: Settings } ) {
	const names = outcomeNames();
	return (
		<>
			<Section title={ __( 'How it works', 'stock-sync-for-keycrm' ) }>
				<ol>
					<li>
						{ __(
							'All stock is read from KeyCRM. If something is missing from the answer or KeyCRM cannot be reached, nothing is written.',
							'stock-sync-for-keycrm'
						) }
					</li>
					<li>
						{ __(
							'It is compared with your products. A product belongs to the one in KeyCRM that has exactly the same SKU.',
							'stock-sync-for-keycrm'
						) }
					</li>
					<li>
						{ __(
							'If unusually much would be lost, the sync stops and asks you.',
							'stock-sync-for-keycrm'
						) }
					</li>
					<li>
						{ __(
							'Only the numbers that differ are written. Prices, texts, visibility and back orders are never touched.',
							'stock-sync-for-keycrm'
						) }
					</li>
				</ol>
			</Section>
			<Section
				title={ __(
					'The number in the shop',
					'stock-sync-for-keycrm'
				) }
			>
				<p>
					{ __(
						'For sale = what the chosen warehouses hold − what is reserved there (if you subtract it) − what you keep back. It is rounded down, and never below 0 unless you allow it.',
						'stock-sync-for-keycrm'
					) }
				</p>
			</Section>
			<Section
				title={ __(
					'What the outcomes mean',
					'stock-sync-for-keycrm'
				) }
			>
				<dl className="keycrm-stock-outcomes">
					{ outcomeAdvice().map( ( [ outcome, advice ] ) => (
						<div key={ outcome }>
							<dt>{ names[ outcome ] }</dt>
							<dd>{ advice }</dd>
						</div>
					) ) }
				</dl>
			</Section>
			<Section
				title={ __(
					'When the site is quiet',
					'stock-sync-for-keycrm'
				) }
			>
				<p>
					{ __(
						'WordPress’s own scheduler runs when somebody visits the shop. With few visits, syncs come late. Your server’s scheduler does not depend on visits: in your hoster’s panel open “Cron jobs” and add this line. The address in it is secret; who knows it can only start a sync that is due.',
						'stock-sync-for-keycrm'
					) }
				</p>
				<CronLine tickUrl={ settings.tick_url } />
			</Section>
		</>
	);
}
