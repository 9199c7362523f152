package pl.kujawskopomorskie.ngo.shared.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ognl.MethodFailedException;
import ognl.NoSuchPropertyException;
import ognl.ObjectPropertyAccessor;
import ognl.OgnlException;

/**
 * Reads what a template asks of a record: a component, or a public method without parameters of that name. OGNL, made
 * for beans, would look through all methods of a record each time before it finds one that has no "get" before its name,
 * and would not find a component whose name begins with "set".
 */
final class RecordProperties extends ObjectPropertyAccessor {

    private static final ClassValue<Map<String, Method>> METHODS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            var methods = new ConcurrentHashMap<String, Method>();
            for (var method : type.getDeclaredMethods()) {
                if (method.getParameterCount() == 0
                        && method.getReturnType() != void.class
                        && Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())) {
                    method.setAccessible(true);
                    methods.put(method.getName(), method);
                }
            }
            return methods;
        }
    };

    @Override
    @SuppressWarnings("rawtypes")
    public Object getProperty(Map context, Object target, Object name) throws OgnlException {
        var method = METHODS.get(target.getClass()).get(name.toString());
        if (method == null) {
            throw new NoSuchPropertyException(target, name);
        }
        try {
            return method.invoke(target);
        } catch (InvocationTargetException e) {
            throw new MethodFailedException(target, name.toString(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new MethodFailedException(target, name.toString(), e);
        }
    }
}
