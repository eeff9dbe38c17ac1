using Schematic.Dashboard.Shared.Loading;

namespace Schematic.Dashboard.Tests.Shared.Loading;

public sealed class LoadTests
{
    private static readonly LoadFailure Failure = new() { Title = "Not now", Message = "The API is away." };

    [Fact]
    public void At_first_there_is_nothing_but_a_request()
    {
        Assert.True(Load<int>.Loading.IsBusy);
        Assert.False(Load<int>.Loading.HasValue);
        Assert.Null(Load<int>.Loading.Failure);
    }

    [Fact]
    public void A_default_value_is_a_value()
    {
        var load = Load<string?>.Of(null);

        Assert.True(load.HasValue);
        Assert.False(load.IsBusy);
    }

    [Fact]
    public void A_failure_at_the_first_attempt_has_no_value()
    {
        var load = Load<int>.Loading.FailedWith(Failure);

        Assert.Equal(Load<int>.Failed(Failure), load);
        Assert.False(load.HasValue);
        Assert.False(load.IsBusy);
    }

    [Fact]
    public void Loading_again_keeps_the_value()
    {
        var load = Load<int>.Of(7).Again();

        Assert.True(load.IsBusy);
        Assert.True(load.HasValue);
        Assert.Equal(7, load.Value);
    }

    [Fact]
    public void Loading_again_keeps_the_failure_until_it_is_known_better()
    {
        Assert.Equal(Failure, Load<int>.Failed(Failure).Again().Failure);
        Assert.Null(Load<int>.Of(7).Failure);
    }

    [Fact]
    public void A_later_failure_keeps_the_value()
    {
        var load = Load<int>.Of(7).Again().FailedWith(Failure);

        Assert.Equal(7, load.Value);
        Assert.True(load.HasValue);
        Assert.False(load.IsBusy);
        Assert.Equal(Failure, load.Failure);
    }

    [Fact]
    public void A_part_is_in_the_state_of_the_whole()
    {
        var part = Load<string>.Of("four").Again().FailedWith(Failure).Select(static text => text.Length);

        Assert.Equal((true, 4, false, Failure), (part.HasValue, part.Value, part.IsBusy, part.Failure));
        Assert.False(Load<string>.Loading.Select(static text => text.Length).HasValue);
    }
}
