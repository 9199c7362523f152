package pl.kujawskopomorskie.ngo.consultations.web;

import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * Where a draft is read in.
 *
 * @param slug of the consultation
 * @param title of the consultation
 * @param text as pasted, kept when it could not be read
 * @param largestMegabytes of a file
 * @param replaces number of the version that would be read anew, or 0
 * @param mended whether that version was changed since it was read
 * @param errors in the form
 */
record UploadPage(
        String slug,
        String title,
        String text,
        int largestMegabytes,
        int replaces,
        boolean mended,
        FormErrors errors) {}
