using System.Globalization;
using Microsoft.AspNetCore.Components;
using Radzen;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Users;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>Chooses what a condition names: by searching, or by a pasted list of ids or key values. Closes with the ids.</summary>
public sealed partial class ResourcePicker : ComponentBase, IDisposable
{
    private const int Most = 40;
    private const int MostIds = 1_000;
    private const int IdsAtOnce = 100;
    private static readonly char[] Separators = ['\n', '\r', ',', ';', '\t'];

    private readonly CancellationTokenSource _closing = new();
    private readonly OrderedSet _chosen = new();
    private PageLoader<IReadOnlyList<Found>> _found = default!;
    private string _search = "";
    private string _pasted = "";
    private string _result = "";
    private bool _isAdding;
    private ElementReference _picked;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public ConditionType Type { get; set; }

    [Parameter]
    [EditorRequired]
    public IReadOnlyList<string> Chosen { get; set; } = [];

    [Parameter]
    [EditorRequired]
    public RuleVocabulary Vocabulary { get; set; } = default!;

    private bool IsEntity => Type is ConditionType.Company or ConditionType.User;

    private EntityType EntityType => Type == ConditionType.User ? EntityType.User : EntityType.Company;

    public void Dispose()
    {
        _found.Dispose();
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        _found = new(StateHasChanged, Time);
        foreach (var id in Chosen)
            _chosen.Add(id);
        return IsEntity ? SearchAsync("") : Task.CompletedTask;
    }

    private Task SearchAsync(string search)
    {
        _search = search;
        return _found.LoadAsync(
            search,
            cancellationToken => FindAsync(search.Length == 0 ? null : search, null, 20, cancellationToken)
        );
    }

    private async Task<IReadOnlyList<Found>> FindAsync(
        string? search,
        IReadOnlyList<string>? ids,
        int limit,
        CancellationToken cancellationToken
    )
    {
        if (EntityType == EntityType.User)
            return
            [
                .. (
                    await Session.Gateway.Users.ListAsync(
                        new UsersQuery
                        {
                            Q = search,
                            Ids = ids,
                            Limit = limit,
                        },
                        cancellationToken
                    )
                ).Data.Select(static user => new Found(user.Id, user.Name, user.Keys)),
            ];
        return
        [
            .. (
                await Session.Gateway.Companies.ListAsync(
                    new CompaniesQuery
                    {
                        Q = search,
                        Ids = ids,
                        Limit = limit,
                    },
                    cancellationToken
                )
            ).Data.Select(static company => new Found(company.Id, company.Name, company.Keys)),
        ];
    }

    private void Toggle(Found entity, bool isChosen)
    {
        if (isChosen)
            Choose(entity.Id, entity.Name);
        else
            _chosen.Remove(entity.Id);
    }

    private async Task RemoveAsync(string id)
    {
        _chosen.Remove(id);
        // Its button goes with it.
        await _picked.FocusAsync();
    }

    private void Choose(string id, string name)
    {
        Vocabulary.LearnName(id, name);
        if (_chosen.Count < MostIds)
            _chosen.Add(id);
        else
            _result = "A condition names at most 1,000.";
    }

    private async Task AddPastedAsync()
    {
        if (_isAdding)
            return;
        var pasted = _pasted
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static text => text.Trim('"', '\''))
            .Where(static text => text.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        (_isAdding, _result) = (true, "");
        try
        {
            var missing = IsEntity ? await AddEntitiesAsync(pasted, _closing.Token) : AddIds(pasted);
            _result = Result(pasted.Count - missing.Count, missing);
            // What was not found stays to be mended.
            _pasted = string.Join('\n', missing);
        }
        catch (Exception failure) when (LoadFailure.Explains(failure, _closing.Token))
        {
            _result = LoadFailure.FromException(failure).Message;
        }
        catch (OperationCanceledException)
        {
            // Closed meanwhile.
        }
        finally
        {
            _isAdding = false;
        }
    }

    private List<string> AddIds(List<string> ids)
    {
        foreach (var id in ids.Take(MostIds - _chosen.Count))
            _chosen.Add(id);
        return [];
    }

    private async Task<List<string>> AddEntitiesAsync(List<string> pasted, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, (string Id, string Name)>(StringComparer.Ordinal);
        foreach (var ids in pasted.Where(IsId).Chunk(IdsAtOnce))
        {
            foreach (var entity in await FindAsync(null, ids, IdsAtOnce, cancellationToken))
                found[entity.Id] = (entity.Id, entity.Name);
        }

        var values = pasted.Where(text => !found.ContainsKey(text)).ToList();
        if (values.Count > 0)
        {
            var api = new EntityApi(Session.Gateway, EntityType);
            var names = await api.ListKeyNamesAsync(cancellationToken);
            var entities = await BoundedParallel.SelectAsync(
                values,
                (value, token) => ByKeyAsync(api, names, value, token),
                cancellationToken
            );
            foreach (var (value, entity) in values.Zip(entities))
            {
                if (entity is not null)
                    found[value] = (entity.Id, entity.Name);
            }
        }

        // In the order they were pasted.
        foreach (var text in pasted)
        {
            if (found.TryGetValue(text, out var entity))
                Choose(entity.Id, entity.Name);
        }

        return [.. pasted.Where(text => !found.ContainsKey(text))];
    }

    private static async Task<Entity?> ByKeyAsync(
        EntityApi api,
        IReadOnlyList<string> names,
        string value,
        CancellationToken cancellationToken
    )
    {
        foreach (var name in names)
        {
            if (await api.FindAsync(name, value, cancellationToken) is { } entity)
                return entity;
        }

        return null;
    }

    private bool IsId(string text) =>
        text.StartsWith(Type == ConditionType.User ? "user_" : "comp_", StringComparison.Ordinal);

    private static string Result(int added, List<string> missing)
    {
        var sentence = string.Create(CultureInfo.InvariantCulture, $"{added:N0} added.");
        return missing.Count == 0
            ? sentence
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{sentence} {missing.Count:N0} not found: they are still in the field."
            );
    }

    private async Task DoneAsync()
    {
        // What is still in the field was meant to be added.
        if (!string.IsNullOrWhiteSpace(_pasted) && _result.Length == 0)
        {
            await AddPastedAsync();
            if (_pasted.Length > 0)
                return;
        }

        Dialogs.Close((IReadOnlyList<string>)[.. _chosen]);
    }

    private sealed record Found(string Id, string Name, IReadOnlyList<EntityKeyDetailResponseData> Keys);

    /// <summary>Ids in the order they were chosen.</summary>
    private sealed class OrderedSet : System.Collections.ObjectModel.KeyedCollection<string, string>
    {
        public new void Add(string id)
        {
            if (!Contains(id))
                base.Add(id);
        }

        protected override string GetKeyForItem(string item) => item;
    }
}
