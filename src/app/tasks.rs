use super::App;
use crate::model::Audience;
use std::path::Path;

impl App {
    pub(super) fn refresh_preview(&mut self) {}
    pub(super) fn export(&mut self, _path: &Path, _audience: Audience) {}
    pub(super) fn cancel_export(&mut self) {}
    pub fn poll(&mut self) {}
    pub fn set_waker(&mut self, _waker: Box<dyn Fn() + Send + Sync>) {}
}
