using Schematic.Contracts.Entities;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Gateway;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>Fetches the traits, events and values that a rule's fields suggest.</summary>
internal sealed class RuleSuggestions(SchematicGateway api, RuleVocabulary vocabulary)
{
    private const int MaxValues = 50;

    private readonly HashSet<string> _askedTraits = [];
    private bool _isAsked;

    /// <summary>Fetches the traits and events once, then the values of each trait that the rules name.</summary>
    /// <returns>True if something was learnt.</returns>
    public async Task<bool> LearnAsync(Func<IReadOnlyList<RuleDraft>> getRules, CancellationToken cancellationToken)
    {
        var before = vocabulary.Version;
        await Suggestions.TryLoadAsync(token => LearnAllAsync(getRules, token), cancellationToken);
        return vocabulary.Version != before && !cancellationToken.IsCancellationRequested;
    }

    private async Task LearnAllAsync(Func<IReadOnlyList<RuleDraft>> getRules, CancellationToken cancellationToken)
    {
        if (!_isAsked)
        {
            _isAsked = true;
            await LearnTraitsAsync(cancellationToken);
            await LearnEventsAsync(cancellationToken);
        }

        foreach (var traitId in GetUnaskedTraits(getRules()))
            await LearnValuesAsync(traitId, cancellationToken);
    }

    private async Task LearnTraitsAsync(CancellationToken cancellationToken)
    {
        foreach (var type in new[] { EntityType.Company, EntityType.User })
            vocabulary.LearnTraits(await new EntityApi(api, type).ListTraitDefinitionsAsync(cancellationToken));
    }

    private async Task LearnEventsAsync(CancellationToken cancellationToken)
    {
        var types = await api.Events.ListTypesAsync(new() { Limit = Page.MaxLimit }, cancellationToken);
        vocabulary.LearnEvents(types.Data.Select(static type => type.EventSubtype));
    }

    private async Task LearnValuesAsync(string traitId, CancellationToken cancellationToken)
    {
        var values = await api.Entities.ListTraitValuesAsync(
            new() { DefinitionId = traitId, Limit = MaxValues },
            cancellationToken
        );
        vocabulary.LearnValues(
            traitId,
            [.. values.Data.Select(static value => value.Value).Distinct(StringComparer.Ordinal)]
        );
    }

    private List<string> GetUnaskedTraits(IReadOnlyList<RuleDraft> rules) =>
        [
            .. rules
                .SelectMany(static rule => rule.AllConditions)
                .Select(static condition => condition.Body.TraitId)
                .OfType<string>()
                .Where(id => vocabulary.TraitOf(id) is not null && _askedTraits.Add(id)),
        ];
}
