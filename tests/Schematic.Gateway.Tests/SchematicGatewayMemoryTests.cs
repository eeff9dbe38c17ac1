using System.Reflection;
using Schematic.Testing.Http;

namespace Schematic.Gateway.Tests;

/// <summary>What a session costs the process. A console has a new one for every page load and every circuit.</summary>
public sealed class SchematicGatewayMemoryTests
{
    private const int Sessions = 1_000;

    private static readonly IReadOnlyList<PropertyInfo> Slices =
    [
        .. typeof(SchematicGateway).GetProperties().Where(static property => property.PropertyType.IsInterface),
    ];

    private readonly FakeApi _api = new();

    [Fact]
    public void A_session_loads_no_assembly_of_its_own()
    {
        UseEverySlice();
        var before = DynamicAssemblies();

        for (var session = 0; session < Sessions; session++)
            UseEverySlice();

        Assert.Equal(before, DynamicAssemblies());
    }

    [Fact]
    public void Sessions_that_start_at_the_same_moment_share_what_they_create()
    {
        UseEverySlice();
        var before = DynamicAssemblies();

        Parallel.For(0, Sessions, _ => UseEverySlice());

        Assert.Equal(before, DynamicAssemblies());
    }

    [Fact]
    public void Calls_that_start_at_the_same_moment_in_one_session_share_a_slice()
    {
        using var gateway = _api.Gateway();

        var slices = ParallelEnumerable.Range(0, 64).Select(_ => gateway.Companies).ToList();

        Assert.Single(slices.Distinct());
    }

    // An HttpClient with its handler and the requester around it are about 300 bytes more.
    [Fact]
    public void A_session_that_calls_nothing_creates_nothing()
    {
        CreateAndDispose();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var session = 0; session < Sessions; session++)
            CreateAndDispose();

        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Sessions;
        Assert.True(each <= 350, $"A session that calls nothing allocates {each} bytes; at most 350 are allowed.");
    }

    [Fact]
    public void A_session_that_is_over_creates_nothing_more()
    {
        var gateway = _api.Gateway();
        gateway.Dispose();

        Assert.Throws<ObjectDisposedException>(() => gateway.Companies);
    }

    // A file is loaded once, however often it is asked for. What is emitted at run time may be emitted again and again.
    private static int DynamicAssemblies() =>
        AppDomain.CurrentDomain.GetAssemblies().Count(static assembly => assembly.IsDynamic);

    private void UseEverySlice()
    {
        using var gateway = _api.Gateway();
        foreach (var slice in Slices)
            Assert.NotNull(slice.GetValue(gateway));
    }

    private void CreateAndDispose()
    {
        using var gateway = _api.Gateway();
        Assert.NotNull(gateway.Session);
    }
}
