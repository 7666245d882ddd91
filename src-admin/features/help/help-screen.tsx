import { Spinner } from '@wordpress/components';
import { useHelp } from '../../api/queries';
import type { HelpSection, Settings } from '../../contract';
import { CronLine } from '../settings-form/cron-line';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';

interface Props {
	section: HelpSection;
	tickUrl: string;
}

function HelpText( { section, tickUrl }: Props ) {
	const { title, paragraphs, steps, terms } = section;
	return (
		<Section title={ title }>
			{ paragraphs.map( ( text ) => (
				<p key={ text }>{ text }</p>
			) ) }
			{ steps.length > 0 && (
				<ol>
					{ steps.map( ( step ) => (
						<li key={ step }>{ step }</li>
					) ) }
				</ol>
			) }
			{ terms.length > 0 && (
				<dl className="keycrm-stock-outcomes">
					{ terms.map( ( { term, text } ) => (
						<div key={ term }>
							<dt>{ term }</dt>
							<dd>{ text }</dd>
						</div>
					) ) }
				</dl>
			) }
			{ section.shows_cron_line && <CronLine tickUrl={ tickUrl } /> }
		</Section>
	);
}

/** The sentences come from the server. */
export function HelpScreen( { settings }: { settings: Settings } ) {
	const { data, error, isPending, refetch } = useHelp();
	return (
		<>
			<ErrorNotice error={ error } onRetry={ () => void refetch() } />
			{ isPending && <Spinner /> }
			{ data?.sections.map( ( section ) => (
				<HelpText
					key={ section.title }
					section={ section }
					tickUrl={ settings.tick_url }
				/>
			) ) }
		</>
	);
}
