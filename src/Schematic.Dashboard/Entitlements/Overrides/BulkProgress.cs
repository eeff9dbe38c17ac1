using Schematic.Contracts.Entitlements;
using Schematic.Dashboard.Shared.Loading;

namespace Schematic.Dashboard.Entitlements.Overrides;

/// <summary>Overrides that are changed together, each with what became of it.</summary>
public sealed class BulkProgress(IReadOnlyList<CompanyOverrideResponseData> overrides)
{
    public IReadOnlyList<BulkItem> Items { get; } = [.. overrides.Select(static own => new BulkItem(own))];

    /// <summary>True from the first attempt on.</summary>
    public bool HasBegun { get; private set; }

    public int Done => Items.Count(static item => item.IsDone);

    public int Failed => Items.Count(static item => item.Failure is not null);

    public bool IsComplete => Done == Items.Count;

    /// <summary>
    /// Changes those that are not changed yet, one after the other. One that fails keeps its reason, and the others go
    /// on; a cancellation leaves the rest as it is.
    /// </summary>
    /// <param name="change">
    /// Changes one; returns it as somebody else has left it if it is no longer what was shown, otherwise null.
    /// </param>
    /// <param name="changed">Called after each.</param>
    public async Task RunAsync(
        Func<CompanyOverrideResponseData, CancellationToken, Task<CompanyOverrideResponseData?>> change,
        Action changed,
        CancellationToken cancellationToken
    )
    {
        HasBegun = true;
        foreach (var item in Items.Where(static item => !item.IsDone))
            item.Failure = null;
        foreach (var item in Items.Where(static item => !item.IsDone))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (await change(item.Override, cancellationToken) is { } theirs)
                    item.Show(theirs);
                else
                    item.IsDone = true;
            }
            catch (Exception exception) when (LoadFailure.Explains(exception, cancellationToken))
            {
                item.Failure = LoadFailure.FromException(exception);
            }

            changed();
        }
    }
}

/// <summary>One of them.</summary>
public sealed class BulkItem(CompanyOverrideResponseData own)
{
    /// <summary>The override as it is shown: that state is changed, and no other.</summary>
    public CompanyOverrideResponseData Override { get; private set; } = own;

    public bool IsDone { get; internal set; }

    /// <summary>Why the last attempt failed; null if none did.</summary>
    public LoadFailure? Failure { get; internal set; }

    /// <summary>Takes the state that somebody else has made; another attempt changes that.</summary>
    internal void Show(CompanyOverrideResponseData theirs)
    {
        Override = theirs;
        Failure = new()
        {
            Title = "Changed meanwhile",
            Message = $"Someone else changed this meanwhile. It is now {OverrideWords.DescribeWithNotes(theirs)}.",
        };
    }
}
