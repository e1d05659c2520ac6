import '../../ui/tokens.css';
import '../../ui/base.css';
import { render } from 'preact';
import { openPage } from '../../app/page.ts';
import { Welcome } from '../../app/welcome/Welcome.tsx';
import { connect } from '../../messages/port.ts';

const root = document.getElementById('root');
if (root) render(<Welcome page={openPage(connect())} />, root);
