package pl.kujawskopomorskie.ngo.shared.web;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.views.thymeleaf.ThymeleafFactory;
import jakarta.inject.Singleton;
import ognl.OgnlRuntime;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.IEngineContextFactory;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.linkbuilder.ILinkBuilder;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.templateresolver.ITemplateResolver;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;

/** Thymeleaf, with its {@code #{…}} texts taken from {@link Messages}. */
@Factory
final class Views {

    @Singleton
    @Replaces(bean = TemplateEngine.class, factory = ThymeleafFactory.class)
    TemplateEngine templateEngine(
            ITemplateResolver templates, IEngineContextFactory contexts, ILinkBuilder links, Messages messages) {
        // One for the whole process, as OGNL has it; it changes how quickly records are read, not what is read.
        OgnlRuntime.setPropertyAccessor(Record.class, new RecordProperties());
        var engine = new TemplateEngine();
        engine.setEngineContextFactory(contexts);
        engine.addTemplateResolver(templates);
        engine.setLinkBuilder(links);
        engine.setMessageResolver(new MessageResolver(messages));
        engine.addDialect(new KeptParts(KeptParts.MOST_CHARACTERS));
        return engine;
    }

    private static final class MessageResolver extends AbstractMessageResolver {

        private final Messages messages;

        MessageResolver(Messages messages) {
            this.messages = messages;
        }

        @Override
        public @Nullable String resolveMessage(
                ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] arguments) {
            return messages.find(Language.of(context.getLocale()), key, spread(arguments))
                    .orElse(null);
        }

        // A template that passes on the arguments of a sentence, #{${key}(${arguments})}, gives them as one array.
        private static Object[] spread(Object @Nullable [] arguments) {
            if (arguments == null) {
                return new Object[0];
            }
            return arguments.length == 1 && arguments[0] instanceof Object[] inner ? inner : arguments;
        }

        @Override
        public String createAbsentMessageRepresentation(
                ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] arguments) {
            throw new IllegalArgumentException("No text for key " + key);
        }
    }
}
