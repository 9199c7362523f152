package pl.kujawskopomorskie.ngo.consultations.web;

import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * Where a draft is read in.
 *
 * @param slug of the consultation
 * @param title of the consultation
 * @param text as pasted, kept when it could not be read
 * @param largestMegabytes of a file
 * @param errors in the form
 */
record UploadPage(String slug, String title, String text, int largestMegabytes, FormErrors errors) {}
