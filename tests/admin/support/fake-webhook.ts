import {
	webhookSchema,
	webhookTrialSchema,
	type Webhook,
	type WebhookTrial,
} from '../../../src-admin/contract';

/** Fake of the routes about KeyCRM's webhooks. */
export class FakeWebhook {
	state: Webhook = {
		url: 'https://shop.example/wp-json/keycrm-stock/v1/webhook/hush',
		received: [],
		wake_up: 'after_answer',
		wake_up_text: 'Work begins at once.',
		guides: [
			{
				title: 'How to set it up in KeyCRM: stock',
				steps: [ 'Press «+ Add Webhook».', 'Press «Зберегти».' ],
			},
			{
				title: 'How to set it up in KeyCRM: orders (optional)',
				steps: [ 'Method: POST.' ],
			},
		],
	};
	trial: WebhookTrial = {
		ok: true,
		code: 'reached',
		message: 'The test arrived.',
		hint: '',
		details: 'HTTP 200',
	};

	get = () => webhookSchema.parse( this.state );

	test = () => webhookTrialSchema.parse( this.trial );

	renew(): Webhook {
		this.state = { ...this.state, url: `${ this.state.url }-new` };
		return this.get();
	}
}
