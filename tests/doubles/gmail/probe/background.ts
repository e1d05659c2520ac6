import '@inboxsdk/core/background';
