using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Http;

/// <summary>
/// Holds a contract to its annotations, and every text without one to <see cref="HostileText.MaxLength"/>;
/// the first violation is a 400 that names the field.
/// </summary>
internal static class ContractValidator
{
    private static readonly ConcurrentDictionary<Type, Member[]> Shapes = new();

    public static void Validate(object? contract)
    {
        foreach (var member in Shapes.GetOrAdd(contract!.GetType(), Members))
            member.Validate(contract);
    }

    private static Member[] Members(Type type) =>
        [.. type.GetProperties().Select(property => new Member(property, WireJson.Naming.ConvertName(property.Name)))];

    private sealed class Member(PropertyInfo property, string name)
    {
        private readonly ValidationAttribute[] _rules = [.. property.GetCustomAttributes<ValidationAttribute>()];
        private readonly PropertyInfo? _optionalValue =
            property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Optional<>)
                ? property.PropertyType.GetProperty(nameof(Optional<>.Value))
                : null;

        public void Validate(object contract)
        {
            var value = property.GetValue(contract);
            if (_optionalValue is not null)
                value = _optionalValue.GetValue(value);
            if (value is null)
                return;
            foreach (var rule in _rules)
            {
                if (!IsKept(rule, value))
                    throw Refuse.BadRequest(Sentence(rule));
            }

            if (!_rules.OfType<StringLengthAttribute>().Any())
                CheckLength(value);
        }

        private void CheckLength(object value)
        {
            switch (value)
            {
                case string text when TextLength.IsOver(text, HostileText.MaxLength):
                    throw Refuse.BadRequest($"{name} is longer than {HostileText.MaxLength} characters.");
                case IReadOnlyDictionary<string, string> map:
                    foreach (var (key, item) in map)
                    {
                        CheckItem(key);
                        CheckItem(item);
                    }

                    break;
                case IEnumerable<string> list:
                    foreach (var item in list)
                        CheckItem(item);
                    break;
                case IEnumerable<IReadOnlyDictionary<string, string>> maps:
                    foreach (var map in maps)
                        CheckLength(map ?? throw Refuse.BadRequest($"{name} holds null where an object is needed."));
                    break;
                default:
                    break;
            }
        }

        // Annotations of nullability do not reach inside collections: the reader lets a null item through.
        private void CheckItem(string? item)
        {
            if (item is null)
                throw Refuse.BadRequest($"{name} holds null where a string is needed.");
            if (TextLength.IsOver(item, HostileText.MaxLength))
                throw Refuse.BadRequest($"{name} holds a text longer than {HostileText.MaxLength} characters.");
        }

        private static bool IsKept(ValidationAttribute rule, object value) => (rule, value) switch
        {
            (StringLengthAttribute length, string text) => text.Length >= length.MinimumLength && !TextLength.IsOver(text, length.MaximumLength),
            _ => rule.IsValid(value),
        };

        private string Sentence(ValidationAttribute rule) => rule switch
        {
            StringLengthAttribute { MinimumLength: > 0 } length => $"{name} must have {length.MinimumLength} to {length.MaximumLength} characters.",
            StringLengthAttribute length => $"{name} must have at most {length.MaximumLength} characters.",
            MaxLengthAttribute length => $"{name} must have at most {length.Length} entries.",
            RangeAttribute { Maximum: >= (double)long.MaxValue } => $"{name} must not be negative.",
            RangeAttribute range => $"{name} must be between {range.Minimum} and {range.Maximum}.",
            EmailAddressAttribute => $"{name} must be an email address.",
            _ => rule.FormatErrorMessage(name),
        };
    }
}
