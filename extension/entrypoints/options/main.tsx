import '../../ui/tokens.css';
import '../../ui/base.css';
import { render } from 'preact';
import { Options } from '../../app/options/Options.tsx';
import { openPage } from '../../app/page.ts';
import { connect } from '../../messages/port.ts';

const root = document.getElementById('root');
if (root) render(<Options page={openPage(connect())} />, root);
