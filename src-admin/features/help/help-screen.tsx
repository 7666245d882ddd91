import { Spinner } from '@wordpress/components';
import { useHelp, useSources } from '../../api/queries';
import type { HelpSection, Settings, Sources } from '../../contract';
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

/** How each of the three ways to keep stock is set up, with a picture. */
function SourcesHelp( { sources }: { sources: Sources } ) {
	return (
		<Section title={ sources.title }>
			{ sources.ways.map( ( one ) => (
				<div key={ one.way }>
					<h4>{ one.label }</h4>
					<p>{ one.about }</p>
					<p>
						<img
							className="keycrm-stock-picture"
							src={ one.picture }
							alt={ one.picture_text }
						/>
					</p>
					<ol>
						{ one.steps.map( ( step ) => (
							<li key={ step }>{ step }</li>
						) ) }
					</ol>
					<h5>{ sources.settings_title }</h5>
					<ul className="keycrm-stock-list">
						{ one.settings.map( ( name ) => (
							<li key={ name }>{ name }</li>
						) ) }
					</ul>
				</div>
			) ) }
		</Section>
	);
}

/** The sentences come from the server. */
export function HelpScreen( { settings }: { settings: Settings } ) {
	const { data, error, isPending, refetch } = useHelp();
	const sources = useSources();
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
			<ErrorNotice
				error={ sources.error }
				onRetry={ () => void sources.refetch() }
			/>
			{ sources.data && <SourcesHelp sources={ sources.data } /> }
		</>
	);
}
